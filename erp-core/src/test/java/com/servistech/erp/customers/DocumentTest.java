package com.servistech.erp.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @ParameterizedTest
    @CsvSource({
        "V-12345678,V-12345678",
        "v12345678,V-12345678",
        "V-12.345.678,V-12345678",
        " e 84123456 ,E-84123456",
        "J-40180223-0,J-401802230",
        "j401802230,J-401802230",
        "P-X1234567,P-X1234567"
    })
    void documentsAreReadAsPeopleWriteThem(String written, String kept) {
        assertThat(Document.parse(written)).contains(new Document(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V", "V-1234", "X-12345678", "12345678", "J-12345678", "V-1234567890", "G-ABC123456"})
    void aWrongStructureIsNoDocument(String written) {
        assertThat(Document.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V-11470283-4", "J-41197191-0", "J-31294846-9", "J-40913703-1", "J-40899124-1", "J-40180223-0",
                "C-29995247-8", "C-50152188-3", "C-29926466-0", "C-29990450-3", "J-07013380-5", "G-20009997-6",
                "G-20000303-0", "V-12345678-1", "E-84123456-4", "P-00123456-6", "G-20000001-5"
            })
    void aRightCheckDigitPassesInSilence(String rif) {
        assertThat(Document.parse(rif).orElseThrow().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-11470283-3", "J-07013380-6", "J-12345678-9"})
    void aWrongCheckDigitWarnsAndDoesNotBlock(String rif) {
        assertThat(Document.parse(rif).orElseThrow().warnings()).containsExactly("document.check-digit");
    }

    @Test
    void aCedulaHasNoCheckDigitToWarnAbout() {
        assertThat(Document.parse("V-12345678").orElseThrow().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0414-1234567,+584141234567",
        "+58 (414) 123.45.67,+584141234567",
        "584141234567,+584141234567",
        "00584141234567,+584141234567",
        "4141234567,+584141234567",
        "0212 5551234,+582125551234",
        "+1 305 555 0100,+13055550100"
    })
    void phonesAreKeptAsTheyAreDialledFromAnywhere(String written, String kept) {
        assertThat(Phone.parse(written)).contains(new Phone(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "0914-1234567", "0414-123456", "+58 914 1234567", "call me"})
    void whatCannotBeDialledIsNoPhone(String written) {
        assertThat(Phone.parse(written)).isEmpty();
    }

    @Test
    void anImeiWithASlipIsFoundOut() {
        assertThat(Imei.parse("49-015420-323751-8")).contains(new Imei("490154203237518"));
        assertThat(Imei.parse("490154203237519")).isEmpty();
        assertThat(Imei.parse("490145203237518")).isEmpty();
        assertThat(Imei.parse("4901542032375")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"José,jose", "0414-1234567,4141234567", "V-12.345.678,v12345678", "iPhone 13,iphone 13"})
    void searchWordsTakeTheFormOfWhatIsKept(String typed, String number) {
        assertThat(SearchText.of(typed).number()).isEqualTo(number);
    }
}
