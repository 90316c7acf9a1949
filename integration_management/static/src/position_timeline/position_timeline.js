import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** A position on a line of years: what it was, is and will be, and until when funded. */
export class PositionTimeline extends Component {
    static template = "integration_management.PositionTimeline";
    static props = { ...standardFieldProps };

    get timeline() {
        return this.props.record.data[this.props.name] || { years: [], bars: [] };
    }

    /** What the bars say, for those who do not see them and for the tooltip. */
    get text() {
        return this.timeline.bars.map((bar) => bar.label).join("\n");
    }
}

registry.category("fields").add("integration_position_timeline", {
    component: PositionTimeline,
    supportedTypes: ["json"],
});
