import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const goals = ".o_field_widget[name=goal_ids]";
const goalRows = (count) => ({
    trigger: `${goals} .o_data_row:eq(${count - 1})`,
});
const addGoal = {
    trigger: `${goals} .o_field_x2many_list_row_add a`,
    run: "click",
};
const saveGoal = [
    { trigger: ".modal .o_form_button_save", run: "click" },
    { trigger: "body:not(:has(.modal))" },
];
const page = (name) => ({
    trigger: `.o_form_view .nav-link[name=${name}]`,
    run: "click",
});

registry.category("web_tour.tours").add("integration_plan_agree", {
    steps: () => [
        {
            content: "Open the plan from the case",
            trigger: "button[name=action_open_plan]",
            run: "click",
        },
        {
            content: "Needs of the assessment become goals",
            trigger: "button[name=action_add_needs]",
            run: "click",
        },
        goalRows(1),
        {
            ...addGoal,
            content: "A goal from a template brings its steps",
        },
        {
            trigger: ".modal .o_field_widget[name=template_id] input",
            run: "edit integration course",
        },
        {
            trigger:
                ".o-autocomplete--dropdown-item:contains('Attend an integration course')",
            run: "click",
        },
        { trigger: ".modal .o_field_widget[name=measure_ids] .o_data_row:eq(1)" },
        ...saveGoal,
        goalRows(2),
        {
            ...addGoal,
            content: "A goal in the client's words",
        },
        {
            trigger: ".modal .o_field_widget[name=name] :is(input, textarea)",
            run: "edit Sing in a choir",
        },
        {
            trigger:
                ".modal .o_field_widget[name=measure_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=measure_ids] [name=name] input",
            run: "edit Visit a rehearsal",
        },
        ...saveGoal,
        goalRows(3),
        ...stepUtils.saveForm(),
        {
            content: "Print it",
            trigger: ".o_statusbar_buttons button:has(.fa-print)",
            run: "click",
        },
        { trigger: "body:not(.o_ui_blocked) button[name=action_agree]" },
        {
            content: "Nobody has signed yet",
            trigger: "button[name=action_agree]",
            run: "click",
        },
        {
            trigger: ".modal .modal-footer button",
            run: "click",
        },
        page("signatures"),
        {
            trigger: ".o_field_widget[name=signed_on_paper] input",
            run: "click",
        },
        {
            trigger: "button[name=action_agree]",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status [data-value=agreed].o_arrow_button_current",
        },
        page("goals"),
        {
            content: "Wording is frozen: no goal can be added",
            trigger: `${goals}:not(:has(.o_field_x2many_list_row_add))`,
        },
        {
            trigger: `${goals} .o_data_row:contains('Sing in a choir') td[name=name]`,
            run: "click",
        },
        {
            content: "A step is ticked off",
            trigger: ".modal button[name=action_toggle_done]",
            run: "click",
        },
        { trigger: ".modal .o_data_row button .fa-check-square-o" },
        ...saveGoal,
        { trigger: `${goals} .o_data_row:contains('1/1')` },
        {
            content: "A new version goes on with the open goals",
            trigger: "button[name=action_continue]",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status [data-value=draft].o_arrow_button_current",
        },
        { trigger: ".o_field_widget[name=previous_id]" },
        goalRows(3),
    ],
});

registry.category("web_tour.tours").add("integration_goals_due", {
    steps: () => [
        { trigger: ".o_list_view .o_data_row:contains('Late goal') .text-bg-danger" },
        ...["kanban", "calendar", "graph", "pivot"].flatMap((type) => [
            { trigger: `.o_switch_view.o_${type}`, run: "click" },
            { trigger: `.o_${type}_view` },
        ]),
    ],
});
