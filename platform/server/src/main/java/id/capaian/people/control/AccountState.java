package id.capaian.people.control;

import java.time.Instant;
import java.util.UUID;

/**
 * How far somebody's account is.
 *
 * @param name     with titles
 * @param stage    what has come of it
 * @param channel  how the person is told
 * @param attempts how often it was tried to tell them
 * @param reason   why that failed the last time, null when it did not
 * @param at       when the account was asked for, made, or the person told: what came last
 * @param next     when it is tried again, null when it is not
 */
public record AccountState(UUID employeeId, String name, Stage stage, Channel channel, int attempts, Reason reason,
        Instant at, Instant next) {

    /** What has come of it. */
    public enum Stage {
        /** Waits to be made. */
        ASKED,
        /** Was not made; the operator knows why. */
        STUCK,
        /** Made; nobody is to be told of it. */
        MADE,
        /** Made; the person waits to be told. */
        WAITING,
        /** The person was told. */
        TOLD,
        /** It was given up telling them. */
        UNTOLD,
        /** They have a password of their own. */
        SIGNED_IN
    }

    /** How the person is told. */
    public enum Channel { MAIL, LETTER }

    /** Why the person was not told. */
    public enum Reason { UNREACHABLE, REFUSED, ADDRESS, NO_ACCOUNT, INTERRUPTED }

    /** Whether the person may be told once more. */
    public boolean isToBeToldAgain() {
        return stage == Stage.MADE || stage == Stage.WAITING || stage == Stage.TOLD || stage == Stage.UNTOLD;
    }
}
