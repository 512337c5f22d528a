package id.capaian.registry.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.registry.control.OrderStep;
import id.capaian.registry.control.TenantCase;
import id.capaian.registry.entity.OrderKind;
import java.util.Arrays;

/**
 * A government's page.
 *
 * @param key    id of the order that is given from this page
 * @param wanted kind whose form is shown again with its errors; null for none
 * @param errors what is wrong with that form
 */
public record GovernmentView(TenantCase tenant, String key, OrderKind wanted, FieldErrors errors) {

    /** Steps that have a text; others are shown as they are called. */
    private enum KnownStep {
        ROLE, SCHEMA, REGISTRY, TABLES, RIGHTS, SEED, ORGANIZATION, FIRST_ADMIN, DOCTOR, STATE, ACCOUNTS, TRACES,
        FIGURES, FILES, ARCHIVE
    }

    /** Whether people see it under a text of ours. */
    public static boolean isKnown(OrderStep step) {
        return Arrays.stream(KnownStep.values()).anyMatch(known -> known.name().equals(step.step()));
    }

    /** Sign of a state in a status tag. */
    public static String kindOf(String state) {
        return switch (state) {
            case "DONE" -> "good";
            case "FAILED" -> "bad";
            case "RUNNING" -> "info";
            default -> "neutral";
        };
    }
}
