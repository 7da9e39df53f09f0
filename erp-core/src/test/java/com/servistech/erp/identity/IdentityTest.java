package com.servistech.erp.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final PublicCaller NOBODY = new PublicCaller("sign-in", Origin.of("test"));

    @Test
    void aPersonSignsInWithTheRightPasswordWhateverTheCaseOfTheAddress() {
        SignedIn signedIn = signIn("FRONT_DESK@ccs-01.test", ErpFixture.PASSWORD);
        assertThat(signedIn.user().role()).isEqualTo(Role.FRONT_DESK);
        assertThat(signedIn.user().storeIds()).containsExactly(SHOP.ccs.value());
        assertThat(signedIn.accessToken().split("\\.")).hasSize(3);
        assertThat(signedIn.toString()).doesNotContain(signedIn.accessToken(), signedIn.refreshToken());
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedWithTheSameWords() {
        assertThatThrownBy(() -> signIn("front_desk@ccs-01.test", "wrong"))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("The address or the password is wrong");
        assertThatThrownBy(() -> signIn("nobody@ccs-01.test", "wrong"))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("The address or the password is wrong");
    }

    @Test
    void aRefreshTokenWorksOnceAndASecondUseEndsTheWholeFamily() {
        SignedIn first = signIn("qa@ccs-01.test", ErpFixture.PASSWORD);
        SignedIn second = refresh(first.refreshToken()).orElseThrow();
        assertThat(refresh(first.refreshToken())).isEmpty();
        assertThat(refresh(second.refreshToken())).isEmpty();
    }

    @Test
    void aSessionEndsTwentyFourHoursAfterSignInHoweverOftenItsTokensRotate() {
        SignedIn signedIn = signIn("courier@ccs-01.test", ErpFixture.PASSWORD);
        SHOP.clock.advance(Duration.ofHours(23));
        SignedIn rotated = refresh(signedIn.refreshToken()).orElseThrow();
        SHOP.clock.advance(Duration.ofMinutes(61));
        assertThat(refresh(rotated.refreshToken())).isEmpty();
    }

    @Test
    void aChangedPasswordEndsEverySessionAndTheOldOneNoLongerWorks() {
        SignedIn signedIn = signIn("accountant@ccs-01.test", ErpFixture.PASSWORD);
        SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> {
            s.identity().changePassword(ErpFixture.PASSWORD, "a new one, longer");
            return null;
        });
        assertThat(refresh(signedIn.refreshToken())).isEmpty();
        assertThatThrownBy(() -> signIn("accountant@ccs-01.test", ErpFixture.PASSWORD))
                .isInstanceOf(Unauthenticated.class);
        assertThat(signIn("accountant@ccs-01.test", "a new one, longer")).isNotNull();
    }

    @Test
    void aManagerLetsPeopleIntoTheOwnStoreOnlyAndSeesNobodyOfAnother() {
        NewUser ours = new NewUser("Eva", "eva@ccs-01.test", Role.TECHNICIAN, SHOP.ccs.value(), "long enough pw");
        UserCard eva = SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.identity().add(ours));
        assertThat(SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.identity().get(eva.id()))
                        .role())
                .isEqualTo(Role.TECHNICIAN);
        assertThatThrownBy(
                        () -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.identity().add(ours)))
                .isInstanceOf(Conflict.class);
        NewUser theirs = new NewUser("Eva", "eva@vln-01.test", Role.TECHNICIAN, SHOP.vln.value(), "long enough pw");
        assertThatThrownBy(
                        () -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.identity().add(theirs)))
                .isInstanceOf(Invalid.class);
        assertThat(SHOP.as(Role.MANAGER, SHOP.vln, s -> s.identity().list(new Page.Request(100, null)))
                        .items())
                .extracting(UserCard::email)
                .allMatch(email -> email.endsWith("@vln-01.test"));
    }

    private static SignedIn signIn(String email, String password) {
        return SHOP.erp.outside(NOBODY).write(s -> s.identity().signIn(email, password));
    }

    private static Optional<SignedIn> refresh(String token) {
        return SHOP.erp.outside(NOBODY).write(s -> s.identity().refresh(token));
    }
}
