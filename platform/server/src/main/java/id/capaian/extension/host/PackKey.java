package id.capaian.extension.host;

/** Which pack in which version: what is loaded side by side. */
public record PackKey(String packId, String version) {

    @Override
    public String toString() {
        return packId + "@" + version;
    }
}
