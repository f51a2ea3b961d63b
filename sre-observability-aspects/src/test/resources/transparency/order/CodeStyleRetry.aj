package order;

public aspect CodeStyleRetry {
    Object around() : execution(* Flaky.flaky(..)) {
        for (int attempt = 1; ; attempt++) {
            try {
                return proceed();
            } catch (IllegalStateException e) {
                Flaky.STACKS.add("caught " + e.getMessage());
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }
}
