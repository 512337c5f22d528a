package id.capaian.local;

/** How much a start had to do anew; all zero when everything was there. */
final class Counters {

    private int compilations;
    private int keycloakBuilds;
    private int migrations;
    private int imports;

    void compilations(int count) {
        compilations += count;
    }

    void keycloakBuilds(int count) {
        keycloakBuilds += count;
    }

    void migrations(int count) {
        migrations += count;
    }

    void imports(int count) {
        imports += count;
    }

    @Override
    public String toString() {
        return "compilations: " + compilations + ", Keycloak builds: " + keycloakBuilds + ", migrations: " + migrations
                + ", imports: " + imports;
    }
}
