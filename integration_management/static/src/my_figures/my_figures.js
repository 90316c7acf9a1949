import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { formatFloat } from "@web/core/utils/numbers";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { FiguresChart } from "./figures_chart";

const SPANS = [
    ["month", _t("This month")],
    ["quarter", _t("This quarter")],
    ["year", _t("This year")],
    ["last_year", _t("Last year")],
];
const TILES = [
    ["contacts", _t("Contacts")],
    ["hours", _t("Hours of counselling")],
    ["begun", _t("Cases begun")],
    ["closed", _t("Cases closed")],
    ["plans", _t("Plans agreed")],
    ["open", _t("Open cases today")],
];
const CHARTS = [
    ["topics", _t("Topics"), _t("A talk may have several.")],
    ["languages", _t("Languages of the talks")],
    ["interpretation", _t("Interpretation")],
    ["stages", _t("Open cases by stage"), _t("Today")],
    ["goals", _t("Goals"), _t("Of all own cases, as they stand today")],
];

/** A manager's own figures; the server knows no other person's. */
export class MyFigures extends Component {
    static template = "integration_management.MyFigures";
    static components = { FiguresChart };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.spans = SPANS;
        this.last = new KeepLast();
        this.state = useState({ span: "year", figures: null });
        onWillStart(() => this.load("year"));
    }

    async load(span) {
        const figures = await this.last.add(
            this.orm.call("integration.my.figures", "get_my_figures", [span])
        );
        Object.assign(this.state, { span, figures });
    }

    get period() {
        const { date_from: first, date_to: last } = this.state.figures;
        return `${formatDate(deserializeDate(first))} – ${formatDate(deserializeDate(last))}`;
    }

    get tiles() {
        return TILES.map(([name, label]) => ({
            name,
            label,
            value: formatFloat(this.state.figures.tiles[name], {
                digits: [16, name === "hours" ? 1 : 0],
            }),
        }));
    }

    get months() {
        return this.state.figures.months.map((day) =>
            deserializeDate(day).toLocaleString({ month: "short", year: "2-digit" })
        );
    }

    get charts() {
        return CHARTS.map(([name, title, note]) => {
            const groups = this.state.figures.charts[name];
            return {
                name,
                title: title.toString(),
                note: note && note.toString(),
                labels: groups.map(([label]) => label),
                series: [[title.toString(), groups.map(([, value]) => value)]],
            };
        });
    }

    print() {
        window.print();
    }
}

registry.category("actions").add("integration_my_figures", MyFigures);
