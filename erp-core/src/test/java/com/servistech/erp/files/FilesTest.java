package com.servistech.erp.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cash.CashExpenseView;
import com.servistech.erp.cash.NewExpense;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.files.folder.FolderFiles;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and scans come back as they were, to the people of their store and nobody else. */
class FilesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a464946, image/jpeg, jpg",
        "89504e470d0a1a0a0000000d, image/png, png",
        "524946462400000057454250, image/webp, webp",
        "255044462d312e37, application/pdf, pdf"
    })
    void whatAFileIsItsBytesTell(String beginning, String mediaType, String extension) {
        byte[] bytes = file(beginning, 3000);
        StoredFile stored = store(bytes);
        assertThat(stored.mediaType()).isEqualTo(mediaType);
        assertThat(stored.size()).isEqualTo(bytes.length);
        FileContent read = SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> s.files().content(stored.id()));
        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(read.file().name()).isEqualTo(stored.id() + "." + extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4d5a9000", "3c68746d6c3e", "3c7376673e", "504b0304", "ff", "5249464624000000415649204c", "00"})
    void A65_whatIsNoPictureAndNoPdfIsRefused(String beginning) {
        assertInvalid(HexFormat.of().parseHex(beginning), "files.type");
    }

    @Test
    void moreThanFiveMegabytesAreRefusedAndFiveAreNot() {
        assertThat(store(file("ffd8ff", Files.LARGEST - 3)).size()).isEqualTo(5 * 1024 * 1024);
        assertInvalid(file("ffd8ff", Files.LARGEST - 2), "files.size");
    }

    @Test
    void L31_aSisterStoresFileIsNotThereAndWhoKeepsNoPapersReadsNone() {
        StoredFile stored = store(file("ffd8ff", 100));
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.vln, s -> s.files().content(stored.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SHOP.as(Role.COURIER, SHOP.ccs, s -> s.files().content(stored.id())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aFileThatWasChangedOnTheDiskIsNotHandedOut() throws IOException {
        StoredFile stored = store(file("ffd8ff", 100));
        Path onDisk = SHOP.stack()
                .home()
                .resolve("files")
                .resolve(SHOP.ccs.value().toString())
                .resolve(stored.id().toString());
        java.nio.file.Files.writeString(onDisk, "otra cosa", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.files().content(stored.id())))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("files.damaged"));
    }

    @Test
    void aStoreThatCannotBeWrittenSaysSo(@TempDir Path folder) throws IOException {
        Path taken = java.nio.file.Files.writeString(folder.resolve("files"), "no es una carpeta");
        FolderFiles files = new FolderFiles(taken);
        assertThatThrownBy(() -> files.write(SHOP.ccs, UUID.randomUUID(), new byte[] {1}))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("files.unavailable"));
        assertThatThrownBy(() -> files.read(SHOP.ccs, UUID.randomUUID())).isInstanceOf(Unavailable.class);
    }

    @Test
    void pettyCashKeepsThePictureOfItsReceipt() {
        String register = "Caja " + UUID.randomUUID();
        UUID session = SHOP.as(
                        Role.MANAGER,
                        SHOP.ccs,
                        s -> s.cash().open(register.substring(0, 20), Money.usd("10.00"), Money.ves("0.00")))
                .id();
        UUID picture = store(file("ffd8ff", 100)).id();
        CashExpenseView spent = SHOP.as(
                Role.MANAGER,
                SHOP.ccs,
                s -> s.cash()
                        .spend(
                                session,
                                new NewExpense(Money.usd("3.50"), "taxi", "Taxi del mensajero", "F-0012", picture)));
        assertThat(spent.receiptFileId()).isEqualTo(picture);
        assertThatThrownBy(() -> SHOP.as(
                        Role.MANAGER,
                        SHOP.ccs,
                        s -> s.cash()
                                .spend(
                                        session,
                                        new NewExpense(
                                                Money.usd("1.00"),
                                                "taxi",
                                                "Taxi del mensajero",
                                                null,
                                                UUID.randomUUID()))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).pointer()).isEqualTo("/receiptFileId"));
        SHOP.as(
                Role.MANAGER,
                SHOP.ccs,
                s -> s.cash()
                        .close(
                                session,
                                new com.servistech.erp.cash.NewCount(
                                        Money.usd("6.50"), Money.ves("0.00"), null, java.util.List.of())));
    }

    private static StoredFile store(byte[] bytes) {
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.files().store(bytes));
    }

    private static void assertInvalid(byte[] bytes, String code) {
        assertThatThrownBy(() -> store(bytes))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(code));
    }

    private static byte[] file(String beginning, int more) {
        byte[] head = HexFormat.of().parseHex(beginning);
        byte[] rest = new byte[more];
        new Random(more).nextBytes(rest);
        byte[] all = Arrays.copyOf(head, head.length + more);
        System.arraycopy(rest, 0, all, head.length, more);
        return all;
    }
}
