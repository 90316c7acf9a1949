import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const row = (number) => `.o_integration_assessment_lines .o_data_row:nth-child(${number})`;

/** One click, whatever the answer. */
const answer = (number, value) => [
    {
        content: `Area ${number}: ${value}`,
        trigger: `${row(number)} label[for$="${value}"]`,
        run: "click",
    },
    { trigger: `${row(number)} input[value="${value}"]:checked` },
];

const openAssessments = {
    trigger: "button[name=action_open_assessments]",
    run: "click",
};

const isDrawn = (datasets) => ({
    content: "The radar chart is drawn",
    trigger: ".o_integration_radar canvas",
    run({ anchor }) {
        const chart = window.Chart.getChart(anchor);
        if (chart?.data.datasets.length !== datasets) {
            throw new Error(`The radar chart should have ${datasets} lines`);
        }
        const pixels = anchor.getContext("2d").getImageData(0, 0, anchor.width, anchor.height);
        if (!pixels.data.some((value) => value)) {
            throw new Error("The radar chart is empty");
        }
    },
});

registry.category("web_tour.tours").add("integration_assessment", {
    steps: () => [
        { content: "The first assessment begins at once", ...openAssessments },
        ...["2", "3", "not_discussed", "1", "not_wanted", "4", "5", "3"].flatMap(
            (value, index) => answer(index + 1, value)
        ),
        isDrawn(1),
        ...stepUtils.saveForm(),
        {
            content: "Back to the case",
            trigger: ".o_breadcrumb .o_back_button a, .o_breadcrumb .breadcrumb-item:last a",
            run: "click",
        },
        {
            trigger: "button[name=action_open_assessments]:contains('1')",
            run: "click",
        },
        {
            content: "Another one, some time later",
            trigger: ".o_list_button_add",
            run: "click",
        },
        {
            content: "The answer of last time is marked",
            trigger: `${row(1)} label.o_before[for$="2"]`,
        },
        ...answer(1, "4"),
        {
            content: "The change stands beside the answer",
            trigger: `${row(1)} td[name=change]:contains("+2")`,
        },
        ...answer(2, "3"),
        { trigger: `${row(2)} td[name=change]:contains("=")` },
        {
            content: "The keyboard is as quick",
            trigger: `${row(6)} input[value="not_discussed"]`,
            run({ anchor }) {
                anchor.focus();
                for (const key of ["3", "ArrowDown"]) {
                    const init = { key, bubbles: true, cancelable: true };
                    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", init));
                }
            },
        },
        { trigger: `${row(7)} input[value="not_discussed"]:focus` },
        { trigger: `${row(6)} td[name=change]:contains("−1")` },
        isDrawn(2),
        {
            content: "Write down the client's own words",
            trigger: `${row(1)} td[name=own_view]`,
            run: "click",
        },
        {
            trigger: `${row(1)} td[name=own_view] textarea`,
            run: "edit I understand the radio now",
        },
        ...stepUtils.saveForm(),
        {
            trigger: `${row(1)} td[name=change]:contains("+2")`,
        },
    ],
});
