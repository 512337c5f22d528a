package id.capaian.evaluation.entity;

/** One of the two ratings the law asks for, of results and of behaviour; also the mark of one value of conduct. */
public enum Rating {
    /** Di atas ekspektasi. */
    ABOVE,
    /** Sesuai ekspektasi. */
    MEETS,
    /** Di bawah ekspektasi. */
    BELOW
}
