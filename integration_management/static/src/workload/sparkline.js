import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const WIDTH = 96;
const HEIGHT = 24;

/** Numbers of a few weeks as a small line, the oldest first. */
export class Sparkline extends Component {
    static template = "integration_management.Sparkline";
    static props = { ...standardFieldProps };

    get values() {
        return this.props.record.data[this.props.name] || [];
    }

    get points() {
        const highest = Math.max(1, ...this.values);
        const step = WIDTH / Math.max(1, this.values.length - 1);
        return this.values
            .map((value, place) => {
                const y = HEIGHT - 2 - ((HEIGHT - 4) * value) / highest;
                return `${(place * step).toFixed(1)},${y.toFixed(1)}`;
            })
            .join(" ");
    }

    get label() {
        return _t("Contacts per week, the oldest first: %s", this.values.join(", "));
    }

    get viewBox() {
        return `0 0 ${WIDTH} ${HEIGHT}`;
    }
}

registry.category("fields").add("integration_sparkline", {
    component: Sparkline,
    supportedTypes: ["json"],
});
