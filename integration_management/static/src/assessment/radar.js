import { Component, onWillStart, onWillUnmount, useEffect, useRef } from "@odoo/owl";
import { loadBundle } from "@web/core/assets";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

// Blue and vermilion stay apart for colour-blind eyes; the line before is dashed too.
const NOW = "#005a8c";
const BEFORE = "#b34700";

const number = (answer) => Number(answer) || null;

/** Long names of areas take several lines, so that the chart stays large. */
const lines = (name) => (name.length > 12 ? name.split(/ |(?<=\/)/) : name);

/** The life areas of an assessment as a radar chart, beside the one before. */
export class Radar extends Component {
    static template = "integration_management.Radar";
    static props = { ...standardWidgetProps };

    setup() {
        this.canvas = useRef("canvas");
        onWillStart(() => loadBundle("web.chartjs_lib"));
        useEffect(
            () => this.draw(),
            () => [JSON.stringify(this.areas)]
        );
        onWillUnmount(() => this.chart?.destroy());
    }

    get areas() {
        return this.props.record.data.line_ids.records.map(({ data }) => ({
            name: data.area_id?.display_name || "",
            now: number(data.answer),
            before: number(data.previous_answer),
        }));
    }

    /** The chart in words; the list beside it says the same in full. */
    get description() {
        const told = this.areas
            .filter((area) => area.now || area.before)
            .map(({ name, now, before }) =>
                before
                    ? _t("%(name)s: %(now)s (last time: %(before)s)", {
                          name,
                          now: now || "–",
                          before,
                      })
                    : `${name}: ${now}`
            );
        return told.length ? told.join("; ") : _t("No area has been answered yet.");
    }

    dataset(label, values, color, more) {
        return {
            label,
            data: values,
            borderColor: color,
            backgroundColor: color,
            fill: false,
            pointBackgroundColor: color,
            borderWidth: 2,
            pointRadius: 4,
            ...more,
        };
    }

    get datasets() {
        const areas = this.areas;
        const datasets = [
            this.dataset(
                _t("Now"),
                areas.map((area) => area.now),
                NOW
            ),
        ];
        if (areas.some((area) => area.before)) {
            datasets.push(
                this.dataset(
                    _t("Last time"),
                    areas.map((area) => area.before),
                    BEFORE,
                    { borderDash: [6, 4], pointStyle: "triangle" }
                )
            );
        }
        return datasets;
    }

    draw() {
        const data = { labels: this.areas.map((area) => lines(area.name)), datasets: this.datasets };
        if (this.chart) {
            this.chart.data = data;
            this.chart.update("none");
            return;
        }
        const color = getComputedStyle(this.canvas.el).color;
        this.chart = new Chart(this.canvas.el, {
            type: "radar",
            data,
            options: {
                animation: false,
                maintainAspectRatio: false,
                plugins: { legend: { labels: { color, usePointStyle: true, boxHeight: 8 } } },
                scales: {
                    r: {
                        min: 0,
                        max: 5,
                        ticks: { stepSize: 1, showLabelBackdrop: false, color },
                        pointLabels: { color, font: { size: 12 } },
                    },
                },
            },
        });
    }
}

export const radar = {
    component: Radar,
    fieldDependencies: [{ name: "line_ids", type: "one2many" }],
};

registry.category("view_widgets").add("integration_radar", radar);
