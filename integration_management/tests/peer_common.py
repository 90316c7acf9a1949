# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common import IntegrationCommon


class PeerCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls._new_user(
            "functional_admin", "integration_management.group_integration_admin"
        )
        cls.questions = cls.env["integration.peer.question"].with_user(cls.manager_a)
        cls.question = cls._ask()

    @classmethod
    def _ask(cls, publish=True, user=None, **vals):
        questions = cls.questions.with_user(user or cls.manager_a)
        question = questions.create(
            {"title": "Which course?", "text": "Somebody cannot read yet.", **vals}
        )
        if publish:
            question.action_publish()
        return question

    @classmethod
    def _reply(cls, user=None, question=None, publish=True, **vals):
        replies = cls.env["integration.peer.reply"].with_user(user or cls.manager_b)
        reply = replies.create(
            {
                "question_id": (question or cls.question).id,
                "text": "Try literacy.",
                **vals,
            }
        )
        if publish:
            reply.action_publish()
        return reply
