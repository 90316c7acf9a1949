import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** What a kind of deadline is called on every screen. */
export function deadlineLabel(kind) {
    return {
        review: _t("Review"),
        contact: _t("Contact"),
        permit: _t("Document expires"),
        limit: _t("Counselling limit"),
    }[kind];
}

/** What a light says to those who do not see its colour. */
export function lightLabel(light) {
    return { green: _t("in time"), yellow: _t("due soon"), red: _t("overdue") }[light];
}

/** The deadlines of a case that want attention, or else the next one. */
export class Deadlines extends Component {
    static template = "integration_management.Deadlines";
    static props = { ...standardFieldProps, value: { type: Array, optional: true } };

    get items() {
        const items = this.props.value || this.props.record.data[this.props.name] || [];
        return items.map((item) => ({
            ...item,
            label: deadlineLabel(item.kind),
            state: lightLabel(item.light),
            date: formatDate(deserializeDate(item.day)),
        }));
    }
}

registry.category("fields").add("integration_deadlines", {
    component: Deadlines,
    supportedTypes: ["json"],
});
