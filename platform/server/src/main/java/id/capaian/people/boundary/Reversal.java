package id.capaian.people.boundary;

import id.capaian.people.control.UndoImport;
import id.capaian.registry.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Takes an import back and ends the sessions of those whose roles it brought, since roles live in the cookie until its
 * next refresh.
 */
@ApplicationScoped
class Reversal {

    private final UndoImport undoImport;
    private final EndedSessions ended;

    Reversal() {
        this(null, null);
    }

    @Inject
    Reversal(UndoImport undoImport, EndedSessions ended) {
        this.undoImport = undoImport;
        this.ended = ended;
    }

    /**
     * Sessions end in a transaction of their own. They are ended before, too, so that none outlives the role when the
     * node dies in between, and after, because one may have begun anew meanwhile.
     */
    void undo(UUID fileId) {
        undoImport.losing(fileId).forEach(ended::endAllOf);
        undoImport.undo(fileId).forEach(ended::endAllOf);
    }
}
