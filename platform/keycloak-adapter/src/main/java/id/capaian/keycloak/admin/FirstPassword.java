package id.capaian.keycloak.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a new account signs in with for the first time. */
public sealed interface FirstPassword permits FirstPassword.Plain, PreparedPassword {

    /** True when the person must choose another one at the first sign-in. */
    boolean temporary();

    /** Keycloak's credential representation. */
    ObjectNode toJson();

    /** A password that must be changed at first use; sent by mail or printed. */
    static FirstPassword temporary(String value) {
        return new Plain(value, true);
    }

    /** A password that stays; for demonstration and load tests only. */
    static FirstPassword lasting(String value) {
        return new Plain(value, false);
    }

    /**
     * A password in clear, hashed by Keycloak (about 0.2 CPU seconds there).
     *
     * @param value     the password
     * @param temporary true when it must be changed at first use
     */
    record Plain(String value, boolean temporary) implements FirstPassword {

        @Override
        public ObjectNode toJson() {
            return JsonNodeFactory.instance.objectNode()
                    .put("type", "password").put("value", value).put("temporary", temporary);
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Plain[…]";
        }
    }
}
