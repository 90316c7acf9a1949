import { Component } from "@odoo/owl";
import { formatDate, deserializeDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const DECISIONS = {
    asked: [
        { method: "action_give", label: _t("Given") },
        { method: "action_decline", label: _t("Declined") },
    ],
    given: [{ method: "action_withdraw", label: _t("Withdraw") }],
};
// A no is as good as a yes: neither is red.
const STATE_CLASSES = {
    asked: "text-bg-info",
    given: "text-bg-success",
};
const STATE_ICONS = {
    asked: "fa-question",
    given: "fa-check",
    declined: "fa-minus",
    withdrawn: "fa-undo",
    expired: "fa-clock-o",
};

/** A row per purpose: what the client decided, and the button to ask. */
export class ConsentOverview extends Component {
    static template = "integration_management.ConsentOverview";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
    }

    get rows() {
        return this.props.record.data[this.props.name] || [];
    }

    decisions(consent) {
        return DECISIONS[consent.state] || [];
    }

    stateClass(consent) {
        return STATE_CLASSES[consent.state] || "text-bg-secondary";
    }

    stateIcon(consent) {
        return STATE_ICONS[consent.state];
    }

    day(consent) {
        return consent.day ? formatDate(deserializeDate(consent.day)) : "";
    }

    async ask(purpose) {
        if (!(await this.props.record.save())) {
            return;
        }
        const caseId = this.props.record.resId;
        const action = await this.orm.call("integration.case", "action_ask_consent", [
            [caseId],
            purpose,
        ]);
        await this.openDialog(action);
    }

    async decide(consent, method) {
        if (!(await this.props.record.save())) {
            return;
        }
        try {
            await this.orm.call("integration.consent", method, [[consent.id]]);
        } finally {
            await this.props.record.load();
        }
    }

    async open(consent) {
        await this.openDialog({
            type: "ir.actions.act_window",
            name: _t("Consent"),
            res_model: "integration.consent",
            res_id: consent.id,
            views: [[false, "form"]],
            target: "new",
            context: { in_case: true },
        });
    }

    async openDialog(action) {
        await this.action.doAction(action, {
            onClose: () => this.props.record.load(),
        });
    }
}

registry.category("fields").add("integration_consent_overview", {
    component: ConsentOverview,
    supportedTypes: ["json"],
});
