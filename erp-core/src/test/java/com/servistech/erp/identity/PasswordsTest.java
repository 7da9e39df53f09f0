package com.servistech.erp.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final Email ANA = Email.of("ana.gonzalez@servistech.test");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contraseña",
                "Contraseña1",
                "P@ssw0rd123",
                "venezuela2026",
                "MAGALLANES",
                "teamo12345!",
                "qwertyuiop",
                "1q2w3e4r5t",
                "1234567890",
                "0987654321",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "12345671234567",
                "administrador",
                "bienvenido.2026",
                "diosesamor1",
                "servistech2026",
                "abcdefghijk",
                "iloveyou!!"
            })
    void aPasswordThatAnAttackerTriesFirstIsRefused(String password) {
        assertThat(problems(password)).containsExactly("/password password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "taller-demo-2026",
                "el perro de mi vecina ladra",
                "xk7-Tq9-Lm2",
                "48291736504",
                "\uD83D\uDD12\uD83D\uDD11\uD83D\uDE97\uD83C\uDF33\uD83C\uDF1E\uD83C\uDF0A\uD83C\uDFB8\uD83D\uDC36\uD83C\uDF4E\uD83C\uDF55"
            })
    void aLongOneThatNobodyTriesFirstIsGoodWhateverItsCharacters(String password) {
        assertThat(problems(password)).isEmpty();
    }

    @Test
    void aPasswordHasTenToOneHundredAndTwentyEightCharacters() {
        assertThat(problems("nuevecarx")).containsExactly("/password password.length");
        assertThat(problems("xk7-Tq9-Lm2-".repeat(11))).containsExactly("/password password.length");
        assertThat(problems("xk7-Tq9-Lm2 casa de la playa ".repeat(4) + "xk7-Tq9-Lm"))
                .isEmpty();
    }

    @Test
    void theOwnAddressIsNoPasswordButMayBePartOfALongOne() {
        assertThat(problems("Ana.Gonzalez-26")).containsExactly("/password password.personal");
        assertThat(problems("ana.gonzalez vive cerca del mar")).isEmpty();
    }

    @Test
    void halfACharacterIsNoTextThatCanBeTypedAgain() {
        assertThat(problems("casa de playa \uD83D")).containsExactly("/password password.text");
    }

    /** A05. */
    @Test
    void onlyAPasswordThatCouldBeOneIsHashed() {
        Passwords.refuseEndless("x".repeat(128));
        assertThatThrownBy(() -> Passwords.refuseEndless("x".repeat(1_000_000)))
                .isInstanceOf(Refused.class)
                .hasMessage("A password has at most 128 characters");
    }

    @Test
    void theListIsLongEnoughAndKnowsSpanish() {
        assertThat(CommonPasswords.size()).isGreaterThan(3_000);
    }

    private static List<String> problems(String password) {
        List<Problem> problems = new ArrayList<>();
        Passwords.check("/password", password, ANA, problems);
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
