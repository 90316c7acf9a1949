import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const confirm = { trigger: ".modal .modal-footer .btn-primary", run: "click" };
const state = (name) => ({
    trigger: `.o_statusbar_status [data-value=${name}].o_arrow_button_current`,
});

registry.category("web_tour.tours").add("integration_handover_offer", {
    steps: () => [
        {
            content: "Hand the case over",
            trigger: "button[name=action_hand_over]",
            run: "click",
        },
        {
            content: "To whom",
            trigger: ".o_field_widget[name=to_user_id] input",
            run: "edit manager_b",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains('manager_b')",
            run: "click",
        },
        { trigger: ".o_field_widget[name=to_carrier]" },
        {
            trigger: ".o_field_widget[name=remark] textarea",
            run: "edit Best in the morning && press Tab",
        },
        {
            content: "The client is asked",
            trigger: ".o_statusbar_buttons button[name=action_ask_consent]",
            run: "click",
        },
        {
            content: "And agrees",
            trigger: ".modal button[name=action_give]",
            run: "click",
        },
        { trigger: "body:not(:has(.modal))" },
        {
            content: "The protocol is there to look through",
            trigger: ".o_integration_protocol:contains('Entrusted notes')",
        },
        {
            trigger: ".o_statusbar_buttons button[name=action_offer]",
            run: "click",
        },
        state("offered"),
        { trigger: ".o_field_widget[name=remark]:contains('Best in the morning')" },
    ],
});

registry.category("web_tour.tours").add("integration_handover_accept", {
    steps: () => [
        {
            content: "A case is offered, with counts only",
            trigger: ".o_list_view .o_data_row td[name=number]",
            run: "click",
        },
        { trigger: ".o_form_view:contains('Best in the morning')" },
        {
            trigger: "button[name=action_accept]",
            run: "click",
        },
        confirm,
        {
            content: "The file opens",
            trigger: ".o_field_widget[name=first_name] input:value(Amina)",
        },
        {
            content: "And says where it came from",
            trigger: ".o_form_view:contains('Taken over from')",
        },
    ],
});

registry.category("web_tour.tours").add("integration_leaving", {
    steps: () => [
        { trigger: ".o_field_widget[name=unprepared]:contains('3')" },
        { trigger: ".o_field_widget[name=to_user_id] input", run: "edit manager_b" },
        {
            trigger: ".o-autocomplete--dropdown-item:contains('manager_b')",
            run: "click",
        },
        { trigger: "button[name=action_prepare]", run: "click" },
        {
            content: "All cases are in the list, and clients are asked one by one",
            trigger: ".o_list_view .o_data_row:eq(2)",
        },
        {
            trigger: ".o_data_row:eq(0) button[name=action_ask_consent]",
            run: "click",
        },
        { trigger: ".modal button[name=action_give]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        ...stepUtils.goToAppSteps("integration_management.menu_root"),
        {
            trigger: "[data-menu-xmlid='integration_management.menu_together']",
            run: "click",
        },
        {
            trigger: "[data-menu-xmlid='integration_management.integration_leaving_menu']",
            run: "click",
        },
        { trigger: ".o_field_widget[name=ready]:contains('1')" },
        { trigger: ".o_field_widget[name=lock] input", run: "click" },
        {
            trigger: ".o_field_widget[name=last_day] input",
            run: "edit 12/31/2099",
        },
        {
            trigger: "button[name=action_run]",
            run: "click",
        },
        confirm,
        {
            content: "Counts, and nothing failed",
            trigger: "[data-count=offered] strong:contains('1')",
        },
        { trigger: "[data-count=locked] strong:contains('2')" },
        { trigger: ".o_integration_leaving:not(:has(.alert))" },
    ],
});
