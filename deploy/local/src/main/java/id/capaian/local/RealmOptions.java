package id.capaian.local;

/**
 * What differs between one local realm and another.
 *
 * @param baseUrl public address of the server, for the exact redirect addresses
 * @param tokenSeconds life of an access token
 * @param webSecret secret of the client {@code capaian-web}
 * @param adminSecret secret of the client {@code capaian-admin}
 * @param demoPassword password of the demo accounts {@code analis.nasional} and {@code operator.platform}
 */
public record RealmOptions(String baseUrl, int tokenSeconds, String webSecret, String adminSecret,
        String demoPassword) {
}
