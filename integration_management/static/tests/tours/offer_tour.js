import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const facet = (text) => `.o_searchview_facet:contains('${text}')`;
const row = (name) => `.o_list_view .o_data_row:contains('${name}')`;
const without = (name) => `.o_list_view:not(:has(.o_data_row:contains('${name}')))`;

tours.add("integration_offer_find", {
    steps: () => [
        {
            content: "From the case, with language and site filled in",
            trigger: ".o_form_view button[name=action_find_offers]",
            run: "click",
        },
        { trigger: facet("Canary Site") },
        { trigger: `${facet("Tigrinya")} ~ ${facet("Canary Site")}` },
        { trigger: row("Canary Near") },
        { trigger: without("Canary Far") },
        {
            content: "One click on the life area leaves what is needed",
            trigger: ".o_search_panel_filter_value:contains('Housing') input",
            run: "click",
        },
        { trigger: without("Canary Near School") },
        { trigger: ".o_switch_view.o_kanban", run: "click" },
        {
            trigger: ".o_kanban_record:contains('Canary Near'):contains('Canary Street 1')",
        },
        { trigger: ".o_switch_view.o_list", run: "click" },
        {
            trigger: `${row("Canary Near")} .o_list_record_selector`,
            run: "click",
        },
        { trigger: ".o_selection_box" },
        {
            content: "The chosen ones go on a leaflet",
            trigger: ".o_control_panel button:contains('Leaflet')",
            run: "click",
        },
        { trigger: ".modal .o_tag:contains('Canary Near')" },
        { trigger: ".modal .o_field_widget[name=lang]" },
        { trigger: ".modal button[name=action_print]" },
        { trigger: ".modal button[special=cancel]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ],
});

tours.add("integration_offer_check", {
    steps: () => [
        { trigger: facet("To be checked") },
        { trigger: `${row("Canary Old")} td[name=name]`, run: "click" },
        {
            content: "Like another of this provider: shown, not forbidden",
            trigger: ".o_form_view .alert-warning .o_tag:contains('Canary old!')",
        },
        { trigger: ".o_field_widget[name=phone] input", run: "edit 0711 3" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
        { trigger: "button.btn-primary[name=action_check]", run: "click" },
        { trigger: ".o_field_widget[name=check_state]:contains('Checked')" },
        { trigger: ".o_back_button", run: "click" },
        {
            content: "Nobody need look at it for a year",
            trigger: without("Canary Old"),
        },
    ],
});
