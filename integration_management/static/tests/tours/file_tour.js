import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const row = (purpose) => `.o_integration_consents [data-purpose=${purpose}]`;
const page = (name) => ({
    trigger: `.o_form_view .nav-link[name=${name}]`,
    run: "click",
});

tours.add("integration_file_consent", {
    steps: () => [
        page("consents"),
        { trigger: `${row("case_file")} .o_integration_not_asked` },
        { trigger: `${row("case_file")} .o_integration_ask`, run: "click" },
        { trigger: ".modal button[name=action_give]", run: "click" },
        { trigger: `body:not(:has(.modal)) ${row("case_file")} [data-state=given]` },
        { trigger: `${row("plan")} .o_integration_ask`, run: "click" },
        { trigger: ".modal button[name=action_decline]" },
        { trigger: ".modal .btn-close", run: "click" },
        {
            trigger: `body:not(:has(.modal)) ${row("plan")} [data-method=action_decline]`,
            run: "click",
        },
        { trigger: `${row("plan")} [data-state=declined]` },
        // Everything else goes on: the case is edited as before.
        page("more"),
        { trigger: "[name=messenger] input", run: "edit Signal" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
        page("consents"),
        { trigger: `${row("case_file")} [data-method=action_withdraw]`, run: "click" },
        { trigger: `${row("case_file")} [data-state=withdrawn]` },
        { trigger: `${row("case_file")} .o_integration_ask` },
    ],
});

const list = ".o_field_widget[name=circumstance_ids]";
const cell = (name) => `${list} .o_selected_row .o_field_widget[name=${name}]`;
// Kinds by their place in the list, terms by their code: no language matters here.
// The one that was found, and "Search more" below it.
const onlyChoice = ".o-autocomplete--dropdown-item:first-child:nth-last-child(2)";
const add = (row, kind, term) => [
    { trigger: `${list} .o_field_x2many_list_row_add a`, run: "click" },
    { trigger: `${list} tbody:has(${".o_data_row ~ ".repeat(row)}.o_data_row)` },
    { trigger: `${cell("kind")} input`, run: "click" },
    { trigger: `.o_select_menu_item:eq(${kind})`, run: "click" },
    { trigger: `body:not(:has(.o_select_menu_menu)) ${cell("kind")} input:not(:value(""))` },
    { trigger: `${cell("term_id")} input`, run: `edit ${term}` },
    { trigger: onlyChoice, run: "click" },
];
const day = (name, value) => [
    { trigger: `${cell(name)} .o_input`, run: "click" },
    { trigger: `${cell(name)} input`, run: `edit ${value}` },
];

tours.add("integration_file_circumstances", {
    steps: () => [
        page("circumstances"),
        ...add(0, 0, "gestattung"),
        ...day("date_from", "-400d"),
        ...add(1, 0, "ae_24"),
        ...day("date_from", "-300d"),
        ...day("expires_on", "+60d"),
        ...add(2, 2, "rented"),
        ...add(3, 5, "kmr"),
        { trigger: `${cell("level_id")} input`, run: "edit native" },
        { trigger: onlyChoice, run: "click" },
        ...add(4, 6, "ik_allg"),
        ...add(5, 7, "minijob"),
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
        {
            content: "The permit shows in the case's light at once",
            trigger: ".o_integration_deadlines .o_integration_light.yellow",
        },
        {
            trigger: ".o_form_view button:has(.fa-history)",
            run: "click",
        },
        { trigger: ".o_list_view .o_group_header" },
    ],
});
