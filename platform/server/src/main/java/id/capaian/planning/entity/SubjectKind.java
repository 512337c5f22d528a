package id.capaian.planning.entity;

/** What an indicator value speaks about. Values of citizens are never about a PERSON. */
public enum SubjectKind {
    PERSON, UNIT, SERVICE
}
