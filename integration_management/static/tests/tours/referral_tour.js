import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** Choose a record in a picker of the dialog by what is typed. */
const pick = (name, text) => [
    {
        trigger: `.modal .o_field_widget[name=${name}] input`,
        run: `edit ${text}`,
    },
    {
        trigger: `.o-autocomplete--dropdown-item:not(:has(.fa-spin)) a:contains('${text}')`,
        run: "click",
    },
];

const refer = [
    {
        content: "Refer",
        trigger: ".o_statusbar_buttons button[name=action_refer]",
        run: "click",
    },
    ...pick("offer_id", "German course"),
];

const save = [
    {
        content: "Save in the dialog",
        trigger: ".modal footer .btn-primary",
        run: "click",
    },
    {
        content: "The dialog is gone",
        trigger: "body:not(:has(.modal)) button[name=action_view_referrals]",
    },
];

tours.add("integration_referral_alone", {
    steps: () => [...refer, ...save],
});

tours.add("integration_referral_data", {
    steps: () => [
        ...refer,
        {
            content: "Data are to be passed on",
            trigger: ".modal .o_field_widget[name=way] input[data-value=data]",
            run: "click",
        },
        ...pick("data_kind_ids", "Phone number"),
        {
            trigger: ".modal .o_field_widget[name=data_kind_ids] .o_tag:contains('Phone number')",
        },
        ...save,
        {
            content: "Open the referrals",
            trigger: "button[name=action_view_referrals]",
            run: "click",
        },
        {
            content: "Open the referral",
            trigger: ".o_data_row td[name=label]:contains('German course')",
            run: "click",
        },
        {
            content: "Ask for the release",
            trigger: "button[name=action_prepare_release]:contains('Prepare')",
            run: "click",
        },
        {
            content: "It names the kind of data",
            trigger: ".modal .o_field_widget[name=data_kind_ids] .o_tag:contains('Phone number')",
        },
        {
            content: "The client signed",
            trigger: ".modal button[name=action_give]",
            run: "click",
        },
        {
            content: "The appointment is made",
            trigger: "body:not(:has(.modal)) button[name=action_appoint]",
            run: "click",
        },
        {
            content: "What was passed on is in the register",
            trigger: "button[name=action_view_disclosures]",
            run: "click",
        },
        {
            trigger: ".o_data_row td[name=recipient_label]:contains('Language school')",
        },
    ],
});

tours.add("integration_referral_note", {
    steps: () => [
        {
            trigger: "a.nav-link[name=referrals]",
            run: "click",
        },
        {
            content: "Note what was said on the phone",
            trigger: "button[name=action_note_disclosure]",
            run: "click",
        },
        ...pick("kind_ids", "Phone number"),
        {
            content: "The server has answered before the next one is typed",
            trigger: ".modal .o_field_widget[name=kind_ids] .o_tag:contains('Phone number')",
        },
        ...pick("recipient_id", "Language school"),
        {
            content: "The release covers it",
            trigger: ".modal .alert:contains('Release of')",
        },
        {
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            content: "It stands in the case",
            trigger:
                "body:not(:has(.modal)) div[name=disclosure_ids] td[name=recipient_label]:contains('Language school')",
        },
    ],
});
