package id.capaian.load;

/**
 * One line of the result.
 *
 * @param what       kind of request
 * @param tenants    how many tenants the requests were spread over
 * @param requests   how many were counted
 * @param cpu        what they cost, all together
 * @param floor      milliseconds PostgreSQL needs for the same statements by pgbench
 * @param beside     the same beside a server that is busy with requests without a database
 * @param statements statements of one request between begin and commit
 * @param together   most that server and PostgreSQL together may cost, as a multiple of the floor
 * @param onOne      PostgreSQL's milliseconds for one request when all are of one tenant
 */
record Measured(String what, int tenants, int requests, Cpu cpu, long floor, long beside, int statements, double together,
        double onOne) {

    /** Most that PostgreSQL's part may cost, as a multiple of the floor. */
    static final double POSTGRES = 1.15;
    /** Most that PostgreSQL's part on many tenants may cost, as a multiple of that on one. */
    static final double MANY_TENANTS = 1.3;

    double server() {
        return (double) cpu.server() / requests;
    }

    double postgres() {
        return (double) cpu.postgres() / requests;
    }

    double floorEach() {
        return (double) floor / requests;
    }

    double besideEach() {
        return (double) beside / requests;
    }

    /** PostgreSQL's part as a multiple of the floor beside a busy server: what our statements add by themselves. */
    double besideRatio() {
        return (double) cpu.postgres() / beside;
    }

    double postgresRatio() {
        return (double) cpu.postgres() / floor;
    }

    double togetherRatio() {
        return (double) (cpu.postgres() + cpu.server()) / floor;
    }

    /** PostgreSQL's part as a multiple of what it is on one tenant. */
    double toOne() {
        return postgres() / onOne;
    }

    boolean met() {
        return postgresRatio() <= POSTGRES && togetherRatio() <= together;
    }
}
