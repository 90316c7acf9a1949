import { Component, onWillStart, useEffect, useRef } from "@odoo/owl";
import { loadBundle } from "@web/core/assets";
import { _t } from "@web/core/l10n/translation";

// Okabe and Ito: told apart by colour-blind eyes too.
const COLORS = [
    "#005a8c",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
    "#e69f00",
    "#767676",
    "#5b3a8c",
    "#8c6d31",
];

/** Numbers as bars, with the same numbers as a table for whoever reads or prints them. */
export class FiguresChart extends Component {
    static template = "integration_management.FiguresChart";
    static props = {
        title: String,
        // One label for each place of the axis.
        labels: { type: Array, element: String },
        // [name, numbers], stacked if there are several
        series: Array,
        isHorizontal: { type: Boolean, optional: true },
        note: { type: String, optional: true },
    };

    setup() {
        this.canvas = useRef("canvas");
        onWillStart(() => loadBundle("web.chartjs_lib"));
        useEffect(
            (canvas) => {
                if (canvas) {
                    this.draw(canvas);
                    return () => this.chart.destroy();
                }
            },
            () => [this.canvas.el, JSON.stringify([this.props.labels, this.props.series])]
        );
    }

    get isEmpty() {
        return !this.props.series.some(([, numbers]) => numbers.some(Boolean));
    }

    get height() {
        return this.props.isHorizontal ? Math.max(120, 60 + 26 * this.props.labels.length) : 280;
    }

    get description() {
        return _t("%s, as bars; the table below has the numbers.", this.props.title);
    }

    draw(canvas) {
        const color = getComputedStyle(canvas).color;
        const isStacked = this.props.series.length > 1;
        const ticks = { color, precision: 0, autoSkip: !this.props.isHorizontal };
        const numbers = { beginAtZero: true, stacked: isStacked, ticks: { color, precision: 0 } };
        const names = { stacked: isStacked, ticks, grid: { display: false } };
        this.chart = new Chart(canvas, {
            type: "bar",
            data: {
                labels: this.props.labels,
                datasets: this.props.series.map(([label, data], place) => ({
                    label,
                    data,
                    backgroundColor: COLORS[place % COLORS.length],
                    maxBarThickness: 36,
                })),
            },
            options: {
                animation: false,
                maintainAspectRatio: false,
                indexAxis: this.props.isHorizontal ? "y" : "x",
                plugins: {
                    legend: { display: isStacked, position: "bottom", labels: { color } },
                },
                scales: this.props.isHorizontal
                    ? { x: numbers, y: names }
                    : { x: names, y: numbers },
            },
        });
    }
}
