import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const tours = registry.category("web_tour.tours");

const pick = (field, text) => [
    { trigger: `.o_field_widget[name=${field}] input`, run: `edit ${text}` },
    {
        trigger: `.o-autocomplete--dropdown-item:contains('${text}')`,
        run: "click",
    },
];

tours.add("integration_enquiry_offer", {
    steps: () => [
        {
            content: "The board has a column for each state",
            trigger: ".o_kanban_group .o_kanban_record:contains('Arabic')",
        },
        { trigger: ".o-kanban-button-new", run: "click" },
        {
            content: "A number and a language, no more",
            trigger: ".o_field_widget[name=channel] input",
            run: "edit 0711 200300",
        },
        ...pick("language_id", "Tigrinya"),
        ...pick("access_route_id", "volunteers"),
        ...stepUtils.saveForm(),
        { trigger: "button[name=action_offer]", run: "click" },
        {
            content: "How many cases each manager has",
            trigger: ".modal label:contains('manager_a'):contains('1 cases')",
            run: "click",
        },
        { trigger: ".modal footer .btn-primary", run: "click" },
        {
            trigger:
                "body:not(:has(.modal)) .o_field_widget[name=offered_to_ids]:contains('manager_a')",
        },
    ],
});

tours.add("integration_enquiry_take", {
    steps: () => [
        {
            content: "Only what is offered to oneself",
            trigger: ".o_kanban_view:not(:contains('Arabic')) .o_kanban_record:contains('Tigrinya')",
            run: "click",
        },
        {
            trigger: "button[name=action_take]:not(:disabled)",
            run: "click",
        },
        {
            content: "One click later, the case is open, with what is known",
            trigger: ".o_form_view .o_field_widget[name=number]:contains('F-')",
        },
        {
            trigger: ".o_field_widget[name=language_ids]:contains('Tigrinya')",
        },
    ],
});

tours.add("integration_peer_ask", {
    steps: () => [
        { trigger: ".o_kanban_view" },
        { trigger: ".o-kanban-button-new", run: "click" },
        {
            trigger: ".o_field_widget[name=title] input",
            run: "edit Which course?",
        },
        {
            trigger: ".o_field_widget[name=text] textarea",
            run: "edit Amina cannot read yet.",
        },
        {
            content: "Leave the field",
            trigger: ".o_field_widget[name=title] input",
            run: "click",
        },
        {
            content: "The author is warned while typing",
            trigger: ".alert-warning:contains('“Amina” (name)')",
        },
        {
            trigger: ".o_field_widget[name=text] textarea",
            run: "edit A woman cannot read yet.",
        },
        {
            trigger: ".o_field_widget[name=title] input",
            run: "click",
        },
        {
            trigger: ".o_form_view:not(:has(.alert-warning)) button[name=action_publish]",
            run: "click",
        },
        { trigger: "button[name=action_solve]" },
    ],
});

tours.add("integration_peer_reply", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains('Which course?')",
            run: "click",
        },
        {
            content: "Nobody sees who asked",
            trigger: ".o_field_widget[name=author_name]:contains('anonymous colleague')",
        },
        { trigger: "button[name=action_reply]", run: "click" },
        {
            trigger: ".modal .o_field_widget[name=text] textarea",
            run: "edit Ask for literacy courses.",
        },
        { trigger: ".modal button[name=action_publish]", run: "click" },
        {
            content: "The reply is there",
            trigger:
                ".o_form_view .o_field_widget[name=reply_ids] .o_kanban_record:contains('literacy')",
        },
    ],
});

tours.add("integration_peer_thank", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains('Which course?')",
            run: "click",
        },
        {
            trigger: ".o_kanban_record:contains('literacy') button[name=action_helpful]",
            run: "click",
        },
        {
            trigger: ".o_kanban_record:contains('literacy') button[name=action_not_helpful]",
        },
        { trigger: "button[name=action_solve]", run: "click" },
        { trigger: "button[name=action_reopen]" },
    ],
});
