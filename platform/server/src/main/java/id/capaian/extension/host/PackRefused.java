package id.capaian.extension.host;

import id.capaian.extension.Refusal;

/** A pack is not let in. */
public final class PackRefused extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final Refusal refusal;

    PackRefused(Refusal refusal, String detail) {
        super(detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
