package id.capaian.it.onboarding;

import com.microsoft.playwright.Locator;
import id.capaian.it.browser.Visitor;
import java.util.Set;
import java.util.TreeSet;

/** What a road costs those who walk it: the different screens they meet, and how often something is typed or chosen. */
final class Effort {

    private final Set<String> screens = new TreeSet<>();
    private int inputs;

    /** Screens met so far; one whose address differs by an id or a government only is the same. */
    Set<String> screens() {
        return screens;
    }

    int inputs() {
        return inputs;
    }

    void see(Visitor visitor) {
        screens.add(visitor.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"));
    }

    void type(Visitor visitor, String field, String text) {
        see(visitor);
        visitor.type(visitor.page().locator(field).first(), text);
        inputs++;
    }

    void tick(Visitor visitor, String box) {
        see(visitor);
        visitor.tick(visitor.page().locator(box).first());
        inputs++;
    }

    void choose(Visitor visitor, Locator list, int number) {
        see(visitor);
        visitor.choose(list, number);
        inputs++;
    }

    void signIn(Visitor visitor, String username, String password) {
        see(visitor);
        visitor.signIn(username, password);
        inputs += 2;
        see(visitor);
    }
}
