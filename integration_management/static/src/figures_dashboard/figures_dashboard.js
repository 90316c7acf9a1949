import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { FiguresChart } from "../my_figures/figures_chart";

/** A frozen run at a glance, and what is due. */
export class FiguresDashboard extends Component {
    static template = "integration_management.FiguresDashboard";
    static components = { FiguresChart };
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.last = new KeepLast();
        this.state = useState({ data: null });
        onWillStart(() => this.load());
    }

    async load(run = null) {
        this.state.data = await this.last.add(
            this.orm.call("integration.figures.dashboard", "get_dashboard", [run])
        );
    }

    get charts() {
        return this.state.data.charts.filter((chart) => chart.labels.length || chart.withheld);
    }

    get deadlines() {
        return this.state.data.deadlines.map(({ day, label }) => ({
            label,
            day: formatDate(deserializeDate(day)),
        }));
    }

    open(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "integration.figures",
            res_id: id,
            views: [[false, "form"]],
        });
    }

    newRun() {
        return this.open(false);
    }
}

registry.category("actions").add("integration_figures_dashboard", FiguresDashboard);
