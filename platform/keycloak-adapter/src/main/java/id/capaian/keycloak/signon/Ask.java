package id.capaian.keycloak.signon;

import java.util.function.UnaryOperator;

/**
 * What sign-on looks at in a request.
 *
 * @param method        HTTP method
 * @param path          path below the context root, undecoded
 * @param query         query, undecoded; null when there is none
 * @param accept        Accept header; null when there is none
 * @param htmx          true when a script of our pages asks for a part of a page
 * @param authorization Authorization header; null when there is none
 * @param cookies       from a cookie's name to its value, null when there is none
 * @param opened        session out of these cookies for the area of the path, when somebody has opened it before; else
 *                      null
 */
record Ask(String method, String path, String query, String accept, boolean htmx, String authorization,
           UnaryOperator<String> cookies, Session opened) {

    /** True when a person opens a page, so that sending the browser to a sign-in page makes sense. */
    boolean opensPage() {
        return (method.equals("GET") || method.equals("HEAD")) && !htmx && accept != null
                && accept.contains("text/html");
    }

    String pathAndQuery() {
        return query == null ? path : path + '?' + query;
    }
}
