import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("integration_narrative", {
    steps: () => [
        {
            content: "From the list of reports",
            trigger: ".o_list_view .o_data_cell:contains('Canary District')",
            run: "click",
        },
        {
            content: "Figures are filled in",
            trigger: ".o_form_view button[name=action_fill_in]",
            run: "click",
        },
        {
            content: "Open the section that has them",
            trigger: ".o_data_row:contains('Persons counselled: 40') .o_data_cell[name=title]",
            run: "click",
        },
        {
            content: "Its text can be edited",
            trigger: ".modal .o_field_html .odoo-editor-editable:contains('Contacts: 90')",
        },
        {
            trigger: ".modal .o_form_button_cancel",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal)) .o_form_view",
        },
    ],
});
