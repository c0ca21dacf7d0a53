package dev.apiauth.cli.lint.check;

import java.util.List;

/** The checks, in the order in which one would read a resource. */
public final class LintChecks {

  public static final List<LintCheck> ALL =
      List.of(
          new ModeDisabled(),
          new DirectAccessTolerated(),
          new TrustedProxiesTooWide(),
          new ApiTokensLongLived(),
          new ExceptionWithoutNeed(),
          new LinksPassWithoutGroups(),
          new GroupNamesAlike(),
          new NetworkTooWide(),
          new PathOutOfReach(),
          new EnrolmentUnsaid());

  private LintChecks() {}
}
