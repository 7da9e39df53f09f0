package com.servistech.erp.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Refused;
import com.servistech.erp.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    record Line(String name, int quantity) {}

    record Draft(
            UUID id,
            Money price,
            @Maybe LocalDate day,
            @Maybe Instant at,
            @Maybe List<Line> lines,
            @Maybe Map<String, Object> seen) {}

    private static final String ID = "\"id\": \"0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87\"";
    private static final String PRICE = "\"price\": {\"amount\": \"12.50\", \"currency\": \"USD\"}";

    @Test
    void aBodyThatFitsBecomesARecord() {
        Draft draft = parse(
                        "{%s, %s, \"lines\": [{\"name\": \"a\", \"quantity\": 2}], \"day\": null}".formatted(ID, PRICE))
                .as(Draft.class);
        assertThat(draft.price()).isEqualTo(Money.usd("12.50"));
        assertThat(draft.lines()).containsExactly(new Line("a", 2));
        assertThat(draft.day()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "{} {}", "{\"a\":1,\"a\":2}", "\ufeff{}", "{'a':1}", "NaN"})
    void whatIsNoJsonIsMalformed(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("request.malformed"));
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        assertThatThrownBy(() -> Body.parse("\"é\"".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Body.parse("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "day": "2026-02-30" | /day | field.type
        "day": "+999999999-12-31" | /day | field.type
        "at": "+999999999-12-31T00:00:00Z" | /at | time.range
        "at": "2026-11-24" | /at | field.type
        "lines": [{"name": "a\\u0000", "quantity": 1}] | /lines/0/name | text.character
        "lines": [{"name": "\\ud800", "quantity": 1}] | /lines/0/name | text.character
        "lines": [{"name": "a", "quantity": 2147483648}] | /lines/0/quantity | field.type
        "lines": [{"name": "a", "quantity": 1.0}] | /lines/0/quantity | field.type
        "lines": [null] | /lines/0 | field.required
        "seen": {"a/b": 1} | /seen/a~1b | field.type
        "seen": {"a": "\\udc00"} | /seen/a | text.character
        "extra": 1 | /extra | field.unknown
        """)
    void eachWrongPlaceIsNamed(String part, String pointer, String code) {
        Body body = parse("{%s, %s, %s}".formatted(ID, PRICE, part));
        assertThatThrownBy(() -> body.as(Draft.class))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer, Invalid.Problem::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }

    @Test
    void anUnknownOwnerIsSaidBeforeAWrongBody() {
        NotFound unknown = new NotFound("customers.not-found", "There is no such customer");
        assertThatThrownBy(() -> parse("{}").as(Draft.class, () -> {
                    throw unknown;
                }))
                .isSameAs(unknown);
        assertThatThrownBy(() -> parse("{}").as(Draft.class, () -> {})).isInstanceOf(Invalid.class);
    }

    private static Body parse(String text) {
        return Body.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
