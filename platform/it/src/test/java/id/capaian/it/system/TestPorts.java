package id.capaian.it.system;

import id.capaian.local.Ports;
import java.util.List;

/** Ports of one run of the system. */
record TestPorts(int server, int second, int keycloak, int management, int postgres, int mail) {

    /**
     * Free ones, so that runs beside each other and programs of others are in nobody's way.
     *
     * @param known true for the usual ones, where the next run shall find the system again; {@code CAPAIAN_IT_PORTS}
     *     asks for them too, and is added to each
     */
    static TestPorts choose(boolean known) {
        String offset = System.getenv("CAPAIAN_IT_PORTS");
        if (known || offset != null) {
            int add = offset == null ? 0 : Integer.parseInt(offset);
            return new TestPorts(28080 + add, 28081 + add, 28180 + add, 28190 + add, 25432 + add, 28025 + add);
        }
        List<Integer> free = Ports.free(6);
        return new TestPorts(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4),
                free.get(5));
    }
}
