namespace Tajriba.TextAnalysis;

/// <summary>English opinion words, chosen by hand for feedback of customers.</summary>
internal static class EnglishWords
{
    public const string Positive = """
        good great excellent amazing awesome wonderful fantastic perfect perfectly love loved loves loving lovely best better nice nicely
        friendly helpful kind polite courteous professional quick quickly fast prompt promptly easy easily simple smooth smoothly clean
        comfortable comfy cozy beautiful beautifully delicious tasty fresh happy pleased satisfied pleasant enjoy enjoyed enjoyable
        recommend recommended impressed impressive outstanding superb exceptional brilliant fabulous terrific thank thanks appreciate
        appreciated grateful reliable durable sturdy affordable cheap reasonable value worth solved resolved fixed works efficient
        effective attentive caring welcoming accurate convenient spacious quiet stylish elegant charming delightful favorite favourite
        glad incredible magnificent marvelous superior flawless generous honest trustworthy responsive intuitive powerful crisp sharp
        bright funny entertaining moving touching compelling engaging fascinating refreshing clever witty inspired memorable rich fun
        cool winner wow yay gem stunning gorgeous bonus plus advantage improved improvement success successful safe secure lightweight
        compact portable handy versatile sleek smart ideal bargain superbly hilarious heartfelt captivating masterpiece thoughtful
        """;

    public const string Negative = """
        bad worse worst terrible horrible awful poor poorly disappointing disappointed disappointment hate hated hates useless worthless
        rude unhelpful unprofessional slow slowly late delay delayed delays cancelled canceled lost broken broke break breaks damaged
        defective faulty fail fails failed failure failing problem problems issue issues error errors bug bugs crash crashes crashed
        dirty filthy smelly noisy loud uncomfortable small cold stale bland tasteless overpriced expensive costly waste wasted rip-off
        ripoff scam fraud cheat cheated lie lied lies liar angry annoyed annoying frustrated frustrating frustration upset unhappy
        dissatisfied unsatisfied unacceptable ridiculous pathetic disgusting nasty gross joke nightmare mess mistake wrong incorrect
        missing refund complaint complain complained ignored ignore waiting waited stuck hang hung rejected refused unable
        never unreliable flimsy fragile weak difficult hard confusing complicated inconvenient lacks lack lacking limited short
        cheaply heavy bulky noise leak leaking unfortunately sadly sucks suck sucked crap crappy garbage trash junk rubbish stupid dumb
        idiotic boring dull tedious bland shallow lifeless pointless predictable mediocre lame awkward clumsy ugly worn outdated
        old unfriendly inattentive careless negligent unresponsive incompetent terribly horribly badly regret avoid beware fees charged
        overcharged stolen hidden drains dies died dead freezes freeze drop drops dropped poor-quality blurry grainy uneven pretentious
        tiresome contrived messy unfunny fails annoying lousy appalling dreadful shame shameful disgrace sick
        """;

    public const string Negators = """
        not no never none nothing neither nor without hardly barely cannot cant can't don't dont doesn't doesnt didn't didnt won't wont
        wouldn't wouldnt couldn't couldnt shouldn't isn't isnt wasn't wasnt aren't arent weren't werent haven't havent hasn't hasnt
        hadn't hadnt ain't aint lack lacks lacking
        """;
}
