// The card's address carries the code after "#", which no server sees: put it into the
// form and take it out of the address. Without this script the code is typed.
(function () {
    var field = document.getElementById("code");
    var code = window.location.hash.slice(1);
    if (field && code) {
        field.value = decodeURIComponent(code);
        window.history.replaceState(null, "", window.location.pathname);
        document.getElementById("pin").focus();
    }
})();
