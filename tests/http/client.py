"""A client of Odoo's web interface, as small as the tests allow."""

import re
import xmlrpc.client

import requests

TIMEOUT = 60
TOKEN = re.compile(r"""csrf_token:? ?(?:"|name="csrf_token" value=")(\w+)""")


class Refused(Exception):
    """Odoo answered with an error: its exception's name and what the user reads."""

    def __init__(self, name, message, debug=""):
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message
        self.debug = debug

    @property
    def is_for_users(self):
        """Tell whether the error is meant to be read, not an accident."""
        module, _dot, kind = self.name.rpartition(".")
        return module == "odoo.exceptions" and kind in (
            "AccessError",
            "MissingError",
            "RedirectWarning",
            "UserError",
            "ValidationError",
        )


class Client:
    """Somebody with a browser: logged in, or nobody in particular."""

    def __init__(self, url, database, login=None, password=None, debug=False):
        self.url = url
        self.database = database
        self.login = login
        self.password = password
        self.query = "?debug=1" if debug else ""
        self.http = requests.Session()
        self.context = {}
        self.uid = None
        self._key = None
        self._token = None
        if login:
            self._authenticate()

    def _authenticate(self):
        info = self.post(
            "/web/session/authenticate",
            db=self.database,
            login=self.login,
            password=self.password,
        )
        self.uid = info["uid"]
        self.context = info["user_context"]

    def post(self, path, **params):
        """Return the result of a JSON-RPC route.

        :raise Refused: when it answers with an error
        """
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        answer = self.http.post(self.url + path, json=body, timeout=TIMEOUT)
        if answer.headers.get("Content-Type", "").startswith("application/json"):
            return _unpack(answer.json())
        raise Refused(f"http.{answer.status_code}", answer.text)

    def call(self, model, method, *args, query="", **kwargs):
        """Call a method as the web client does."""
        kwargs["context"] = {**self.context, **kwargs.get("context", {})}
        return self.post(
            f"/web/dataset/call_kw/{model}/{method}{query or self.query}",
            model=model,
            method=method,
            args=args,
            kwargs=kwargs,
        )

    def legacy(self, model, method, *args):
        """Call a method as external programs do, without a session."""
        body = {
            "jsonrpc": "2.0",
            "params": {
                "service": "object",
                "method": "execute_kw",
                "args": [self.database, self.uid, self.password, model, method, args],
            },
        }
        answer = requests.post(f"{self.url}/jsonrpc", json=body, timeout=TIMEOUT)
        return _unpack(answer.json())

    def xml(self, model, method, *args):
        """Call a method as older external programs do."""
        server = xmlrpc.client.ServerProxy(f"{self.url}/xmlrpc/2/object")
        login = (self.database, self.uid or False, self.password or "")
        try:
            return server.execute_kw(*login, model, method, args)
        except xmlrpc.client.Fault as fault:
            raise Refused("xmlrpc.Fault", fault.faultString) from fault

    def json2(self, model, method, **kwargs):
        """Call a method through Odoo's interface for other programs, by API key."""
        answer = requests.post(
            f"{self.url}/json/2/{model}/{method}",
            json=kwargs,
            headers={"Authorization": f"Bearer {self._api_key()}"},
            timeout=TIMEOUT,
        )
        content = answer.json()
        if answer.status_code != 200:
            raise Refused(content["name"], content["message"], str(content))
        return content

    def with_key(self, path):
        """Return the response of a page that takes an API key."""
        key = {"Authorization": f"Bearer {self._api_key()}"}
        return requests.get(self.url + path, headers=key, timeout=TIMEOUT)

    def _api_key(self):
        if not self._key:
            try:
                self._key = self._make_api_key()
            except Refused as refusal:
                self._key = refusal
        if isinstance(self._key, Refused):
            raise self._key
        return self._key

    def _make_api_key(self):
        model = "res.users.apikeys.description"
        ids = self.call(model, "create", [{"name": "test", "duration": "1"}])
        action = self.call(model, "make_key", ids)
        if action["res_model"] == "res.users.identitycheck":
            action = self.call(
                "res.users.identitycheck",
                "run_check",
                [action["res_id"]],
                context={"password": self.password},
            )
        return action["context"]["default_key"]

    def get(self, path, **params):
        """Return the response of a page or a file."""
        return self.http.get(self.url + path, params=params, timeout=TIMEOUT)

    def submit(self, path, files=None, **data):
        """Return the response to a form that a page of Odoo would send."""
        if not self._token:
            page = self.get("/odoo" if self.uid else "/web/login").text
            self._token = TOKEN.search(page)[1]
        data["csrf_token"] = self._token
        return self.http.post(self.url + path, data=data, files=files, timeout=TIMEOUT)

    def ref(self, xml_id):
        """Return the id of a shipped record."""
        module, name = xml_id.split(".")
        found = self.call(
            "ir.model.data",
            "search_read",
            [("module", "=", module), ("name", "=", name)],
            ["res_id"],
        )
        return found[0]["res_id"]


def _unpack(content):
    if "error" not in content:
        return content.get("result")
    data = content["error"]["data"]
    raise Refused(data["name"], data["message"], data.get("debug", ""))
