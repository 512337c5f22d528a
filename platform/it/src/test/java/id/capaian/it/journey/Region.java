package id.capaian.it.journey;

import id.capaian.local.Artifacts;
import id.capaian.local.DemoDay;
import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the first two regions with its demo people, as the repository's files have them.
 *
 * @param tenant       the code
 * @param name         as the page of its province shows the government
 * @param province     Kemendagri code of its province
 * @param provinceName as the nation's page shows the province
 * @param score        index of the worked example of regions.md, as the person reads it
 * @param admin        regional admin
 * @param staff        the person followed
 * @param rater        that person's rater
 * @param boss         who fixes what the organisation achieved
 */
record Region(String tenant, String name, String province, String provinceName, String score, String admin,
        String staff, String rater, String boss, Map<String, String> usernames) {

    static Region of(String tenant, String name, String province, String provinceName, String score) {
        List<String> accounts = lines("accounts.csv").stream().filter(line -> line.startsWith(tenant + ";"))
                .map(line -> line.split(";")[1]).toList();
        Map<String, String> usernames = DemoTenant.read(Artifacts.here().tenantsConfig(), tenant).files(DemoDay.today())
                .get("03-people.csv").lines().skip(1).map(line -> line.split(";"))
                // Officials have no number; nobody of the journey is one.
                .filter(cells -> !cells[0].isEmpty())
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0]));
        return new Region(tenant, name, province, provinceName, score, accounts.get(0), accounts.get(1),
                accounts.get(2), accounts.get(3), usernames);
    }

    private static List<String> lines(String file) {
        Path demo = Artifacts.here().tenantsConfig().resolve("demo");
        try {
            return Files.readAllLines(demo.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
