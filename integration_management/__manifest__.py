{
    "name": "Integration Management",
    "summary": "Case management for refugee counselling: voluntary, owner-only, fast",
    "version": "19.0.1.0.0",
    "category": "Services/Integration Management",
    "author": "The integration_management authors",
    "license": "LGPL-3",
    "depends": ["calendar", "contacts", "mail", "portal"],
    "external_dependencies": {
        "python": ["python-stdnum", "cryptography", "xlsxwriter"],
    },
    "data": [
        "security/integration_management_groups.xml",
        "security/ir.model.access.csv",
        "security/integration_case_security.xml",
        "data/integration_area_data.xml",
        "data/integration_case_stage_data.xml",
    ],
    "application": True,
}
