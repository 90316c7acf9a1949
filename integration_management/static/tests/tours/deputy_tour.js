import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const field = (name) => `.o_form_view .o_field_widget[name=${name}]`;
const choose = (name, text) => [
    { trigger: `${field(name)} input`, run: `edit ${text}` },
    {
        trigger: `.o-autocomplete--dropdown-item:contains('${text}')`,
        run: "click",
    },
];

registry.category("web_tour.tours").add("integration_deputy_appoint", {
    steps: () => [
        {
            content: "Before the holiday",
            trigger: ".o_action_manager:contains('Going on holiday?')",
        },
        { trigger: ".o_list_button_add", run: "click" },
        ...choose("deputy_id", "deputy"),
        ...stepUtils.saveForm(),
        {
            content: "Nobody agreed yet: contact only",
            trigger: "button[name=action_view_covers]:contains('1')",
            run: "click",
        },
        {
            trigger: ".o_list_view button[name=action_ask_consent]",
            run: "click",
        },
        { trigger: ".modal button[name=action_give]", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_back_button a", run: "click" },
        { trigger: "button[name=action_view_cases]:contains('1')" },
    ],
});

registry.category("web_tour.tours").add("integration_deputy_work", {
    steps: () => [
        {
            content: "The deputy opens the case and knows whose it is",
            trigger: ".o_form_view .alert:contains('You stand in for manager_a')",
        },
        { trigger: `${field("first_name")} input:value(Amina)` },
    ],
});

registry.category("web_tour.tours").add("integration_emergency_ask", {
    steps: () => [
        { trigger: ".o_action_manager:contains('No emergency')" },
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: `${field("number")} input`, run: "edit f-wrong" },
        ...choose("ground_id", "Danger to life"),
        ...choose("second_id", "supervisor"),
        { trigger: `${field("reason")} textarea`, run: "edit A serious threat" },
        ...stepUtils.saveForm(),
        { trigger: ".o_arrow_button_current:contains('Asked')" },
    ],
});

registry.category("web_tour.tours").add("integration_emergency_confirm", {
    steps: () => [
        { trigger: "button[name=action_confirm]", run: "click" },
        { trigger: ".o_arrow_button_current:contains('Granted')" },
    ],
});
