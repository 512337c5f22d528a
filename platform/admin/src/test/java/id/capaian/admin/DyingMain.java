package id.capaian.admin;

import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch;
import java.util.Arrays;

/** The command line in a process that dies without a word at one moment of one step, as by {@code kill -9}. */
final class DyingMain {

    /** What the shell says of a process that was killed. */
    static final int KILLED = 137;
    /** In place of a step: never. */
    static final String NEVER = "NEVER";

    private DyingMain() {
    }

    /** @param args step and moment, or {@link #NEVER} and anything; then the command */
    public static void main(String[] args) {
        StepWatch watch = NEVER.equals(args[0]) ? StepWatch.NONE
                : dying(StepName.valueOf(args[0]), StepWatch.Moment.valueOf(args[1]));
        System.exit(Main.run(Arrays.copyOfRange(args, 2, args.length), System.getenv(), System.out, watch));
    }

    private static StepWatch dying(StepName last, StepWatch.Moment at) {
        return (moment, step, tenant) -> {
            if (step == last && moment == at) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }
}
