package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Sends mail by SMTP. Thread-safe; each line is one thread's. */
public final class Mailer {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailServer server;
    private final String baseUrl;
    private final InternetAddress from;
    private final Session session;

    /**
     * @param baseUrl address of the product, without the tenant
     * @throws AdminException when the sender is no address
     */
    public Mailer(MailServer server, String baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
        try {
            this.from = new InternetAddress(server.from(), true);
        } catch (AddressException e) {
            throw new AdminException("CAPAIAN_MAIL_FROM is '" + server.from()
                    + "': use an address such as Capaian <capaian@example.go.id>.", e);
        }
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == MailServer.Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String starttls = Boolean.toString(server.tls() == MailServer.Tls.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        // Otherwise the number of each mail names the user and the machine this program runs on.
        properties.setProperty("mail.from", from.getAddress());
        return properties;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** A line to the mail server, on which mails are sent one after the other. */
    final class Line implements AutoCloseable {

        private final Transport transport;

        private Line(Transport transport) {
            this.transport = transport;
        }

        /** @throws MailFailed when the address is none or the server does not take the mail */
        void send(String address, Invitation invitation) {
            MimeMessage message = message(recipient(address), invitation);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException e) {
                throw new MailFailed(MailFailed.Reason.REFUSED);
            }
        }

        @Override
        public void close() {
            Mailer.close(transport);
        }
    }

    /** @throws MailFailed when there is no line */
    Line open() {
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return new Line(transport);
        } catch (MessagingException e) {
            throw new MailFailed(MailFailed.Reason.UNREACHABLE);
        }
    }

    /** @throws MailFailed when it is no address of exactly one person */
    static InternetAddress recipient(String address) {
        try {
            if (address.matches("[^@\\s\\p{Cntrl},;:<>()\"]+@[^@\\s\\p{Cntrl},;:<>()\"]+")) {
                return new InternetAddress(address, true);
            }
        } catch (AddressException e) {
            throw new MailFailed(MailFailed.Reason.ADDRESS);
        }
        throw new MailFailed(MailFailed.Reason.ADDRESS);
    }

    private MimeMessage message(InternetAddress recipient, Invitation invitation) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, recipient);
            message.setSubject(invitation.subject(), UTF_8);
            message.setText(invitation.text(), UTF_8);
            message.setSentDate(new Date());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new MailFailed(MailFailed.Reason.REFUSED);
        }
    }

    /** A mail that the server took is sent, whatever happens to the line afterwards. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            System.getLogger("id.capaian.admin").log(System.Logger.Level.DEBUG, "the mail server hung up first");
        }
    }
}
