package id.capaian.people.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.boundary.PageSample;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Turn;
import id.capaian.people.control.AccountState;
import id.capaian.people.control.AccountState.Channel;
import id.capaian.people.control.AccountState.Reason;
import id.capaian.people.control.AccountState.Stage;
import id.capaian.people.control.InviteAgain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of accounts in both languages and every state. */
class AccountTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEveryStateAndReasonAndOffersToSendAgainOnlyWhereItHelps(Language language) {
        List<AccountState> people = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            people.add(new AccountState(UUID.randomUUID(), "<b>" + stage, stage, Channel.MAIL, 2, null, NOW, null));
        }
        for (Reason reason : Reason.values()) {
            people.add(new AccountState(UUID.randomUUID(), "Siti", Stage.WAITING, Channel.MAIL, 3, reason, NOW, NOW));
        }
        String page = page(language, people, null);
        assertFalse(page.contains("people.accounts"), "a text is missing");
        assertFalse(page.contains("<b>"), "names are no markup");
        assertEquals(4 + Reason.values().length, page.split("/kirim-lagi\"").length - 1);
        assertTrue(page.contains("rel=\"next\""), page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhyNobodyIsToldOnceMore(Language language) {
        for (InviteAgain.Answer answer : InviteAgain.Answer.values()) {
            if (answer != InviteAgain.Answer.ASKED) {
                String page = page(language, List.of(), answer.name());
                assertTrue(page.contains("role=\"alert\""), page);
                assertFalse(page.contains("people.accounts"), "a text is missing");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhereAccountsComeFromWhileThereAreNone(Language language) {
        String page = PageSample.render("people/accounts", language, new AccountsView(Map.of(), List.of(), null, null));
        assertFalse(page.contains("<table"), page);
    }

    private static String page(Language language, List<AccountState> people, String refused) {
        return PageSample.render("people/accounts", language, new AccountsView(Map.of(Stage.TOLD, 51), people,
                new Turn(null, "/samarinda/akun?dari=50", "1–50"), refused));
    }
}
