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
