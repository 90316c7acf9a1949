import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("integration_key_figures", {
    steps: () => [
        {
            content: "Last year is proposed",
            trigger: ".o_list_view .o_list_button_add",
            run: "click",
        },
        {
            trigger: ".o_form_view button[name=action_freeze]",
            run: "click",
        },
        { trigger: ".modal .modal-footer .btn-primary", run: "click" },
        { trigger: ".o_statusbar_status [data-value=frozen].o_arrow_button_current" },
        {
            content: "The numbers",
            trigger: "button[name=action_view_cells]",
            run: "click",
        },
        {
            trigger: ".o_list_view .o_group_header:contains('Persons counselled')",
            run: "click",
        },
        {
            content: "Small ones are withheld",
            trigger: ".o_list_view .o_group_header:contains('Gender')",
            run: "click",
        },
        { trigger: ".o_data_row td[name=shown]:contains('•')" },
        {
            content: "A number leads nowhere",
            trigger: ".o_data_row td[name=shown]:contains('•')",
            run: "click",
        },
        { trigger: ".o_list_view .o_data_row td[name=shown]" },
    ],
});
