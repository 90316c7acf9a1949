# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import html as lxml_html

from odoo import api, models
from odoo.exceptions import ValidationError

from ..logic import printing


class IrActionsReport(models.Model):
    """Prints the papers of a case: fast, with a real text layer, for entitled eyes.

    A report becomes one of ours by using our paper format; then its HTML goes to
    the printer as it is, without Odoo's web fonts (they would turn text into
    outlines) and without waiting for scripts (there are none).
    """

    _inherit = "ir.actions.report"

    @api.constrains("attachment", "attachment_use", "model")
    def _check_integration_cache(self):
        """Keep papers that are not for all from being stored, and so from anybody.

        :raise ValidationError: for a report on a case, or on what is not for everybody,
            with "save as attachment"
        """
        for report in self.filtered(lambda r: r.attachment or r.attachment_use):
            if self._is_guarded(report.model):
                raise ValidationError(
                    self.env._(
                        "This report is made anew each time. Please leave"
                        " “%(field)s” empty.",
                        field=self._fields["attachment"]._description_string(self.env),
                    )
                )

    @api.model
    def _build_wkhtmltopdf_args(self, paperformat_id, *args, **kwargs):
        command_args = super()._build_wkhtmltopdf_args(paperformat_id, *args, **kwargs)
        if self._is_plain_paper(paperformat_id):
            command_args[command_args.index("--javascript-delay") + 1] = "0"
            command_args.append("--disable-javascript")
        return command_args

    def _prepare_html(self, html, report_model=False):
        if not self._is_plain_paper(self.paperformat_id):
            return super()._prepare_html(html, report_model=report_model)
        root = lxml_html.fromstring(html, parser=lxml_html.HTMLParser(encoding="utf-8"))
        printing.mark_right_to_left(root)
        body = "<!DOCTYPE html>" + lxml_html.tostring(root, encoding="unicode")
        return [body], [None], None, None, {}

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        self._check_printable(self._get_report(report_ref), res_ids)
        return super()._pre_render_qweb_pdf(report_ref, res_ids=res_ids, data=data)

    def _get_rendering_context(self, report, docids, data):
        self._check_printable(report, docids)
        return super()._get_rendering_context(report, docids, data)

    @api.model
    def _is_plain_paper(self, paperformat):
        """Tell whether `paperformat` is the one of our own reports."""
        ours = self.env.ref(
            "integration_management.paperformat_a4", raise_if_not_found=False
        )
        return bool(ours and paperformat == ours)

    @api.model
    def _check_printable(self, report, res_ids):
        """Refuse to print what the user may not open.

        Core reads field by field and may serve a cached file; neither is a check.

        :raise AccessError: for records that the user may not read
        """
        if not self._is_guarded(report.model):
            return
        ids = [res_ids] if isinstance(res_ids, int) else res_ids or []
        records = self.env[report.model].browse(ids)
        records.check_access("read")
        if isinstance(records, self.env.registry["integration.protected"]):
            records._log_access_of("print")

    @api.model
    def _is_guarded(self, model_name):
        """Tell whether records of a model are for some users only; see `ir.rule`."""
        return model_name in self.env and hasattr(
            self.env[model_name], "_access_domain"
        )
